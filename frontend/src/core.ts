/**
 * On every page, in <head> and before the first paint: the class tells CSS that menus may fold.
 * Each behaviour is a small module that hangs on a `data-` attribute; the page works without.
 */
import { autosubmit } from './autosubmit';
import { enterSaves } from './enter-saves';
import { focusFirst } from './focus';
import { fold } from './fold';
import { guard } from './guard';
import { parts } from './parts';
import { quickExit } from './quick-exit';
import { readAloud } from './read-aloud';
import { submitOnce } from './submit-once';

document.documentElement.classList.add('js');
for (const start of [fold, readAloud, quickExit, submitOnce, enterSaves, guard, autosubmit, parts, focusFirst])
  start();
