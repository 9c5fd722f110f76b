/** On every public page, before the first paint. Each behaviour hangs on an attribute; the page works without. */
import { copy } from './copy';
import { focusFirst } from './focus';
import { fold } from './fold';
import { on } from './on';
import { readAloud } from './read-aloud';
import { submitOnce } from './submit-once';
import { ticks } from './ticks';

document.documentElement.classList.add('js');
for (const start of [fold, readAloud, copy, ticks, focusFirst, submitOnce]) start();
on('click', '[data-print]', () => window.print());
