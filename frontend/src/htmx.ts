/** Our own copy of htmx 2, set so that it needs neither eval nor a place to keep pages. */
import htmx from 'htmx.org';

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  historyEnabled: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  selfRequestsOnly: true,
  scrollIntoViewOnBoost: false,
  // What is put in acts at once: a quick key in between would send its form as a whole page.
  defaultSettleDelay: 0,
  timeout: 30_000,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    // A form that was not right, and a text that somebody else changed meanwhile: shown as they are.
    { code: '4(22|09)', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});
