import { on, onContent } from './on';

const TAGS: Record<string, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const NORWEGIAN = /^(no|nb|nn)\b/i;

/**
 * Only voices of the device itself: what is read aloud may be somebody's own words, and a voice
 * that lives elsewhere would be sent them.
 */
function voiceFor(lang: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
  const tag = TAGS[lang] ?? lang;
  return (
    voices.find((voice) => voice.lang.replace('_', '-') === tag) ??
    voices.find((voice) => voice.lang.slice(0, 2) === lang) ??
    (NORWEGIAN.test(lang) ? voices.find((voice) => NORWEGIAN.test(voice.lang)) : undefined)
  );
}

function targetOf(button: HTMLElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(button.dataset.read ?? '');
}

function langOf(target: HTMLElement): string {
  return target.closest<HTMLElement>('[lang]')?.lang.slice(0, 2) || 'nb';
}

function speak(button: HTMLElement, text: string, lang: string): void {
  const voice = voiceFor(lang);
  if (!voice) return;
  const said = new SpeechSynthesisUtterance(text);
  said.lang = TAGS[lang] ?? lang;
  said.voice = voice;
  said.rate = 0.9;
  said.onend = said.onerror = () => button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-pressed', 'true');
  speechSynthesis.speak(said);
}

/** `data-read="#selector"` reads that element aloud; pressed again, it stops. */
export function readAloud(): void {
  if (!('speechSynthesis' in window)) return;
  // A button is there only where a voice speaks the language of what it reads.
  const offer = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-read]')) {
      const target = targetOf(button);
      button.toggleAttribute('data-voice', !!target && !!voiceFor(langOf(target)));
    }
  };
  onContent(offer);
  speechSynthesis.addEventListener?.('voiceschanged', offer);

  on('click', '[data-read]', (button) => {
    const target = targetOf(button);
    const stops = button.getAttribute('aria-pressed') === 'true';
    speechSynthesis.cancel();
    for (const other of document.querySelectorAll('[data-read]'))
      other.setAttribute('aria-pressed', 'false');
    if (target && !stops) speak(button, target.innerText, langOf(target));
  });
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
}
