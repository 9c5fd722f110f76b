import { on } from './on';

const TAGS: Record<string, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const NORWEGIAN = /^(no|nb|nn)\b/i;

/** The device's own voices speak: nothing is sent anywhere. */
function voiceFor(lang: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService !== false);
  const tag = TAGS[lang] ?? lang;
  return (
    voices.find((voice) => voice.lang.replace('_', '-') === tag) ??
    voices.find((voice) => voice.lang.slice(0, 2) === lang) ??
    (NORWEGIAN.test(lang) ? voices.find((voice) => NORWEGIAN.test(voice.lang)) : undefined)
  );
}

function speak(button: HTMLElement, text: string, lang: string): void {
  const said = new SpeechSynthesisUtterance(text);
  said.lang = TAGS[lang] ?? lang;
  said.voice = voiceFor(lang) ?? null;
  said.rate = 0.9;
  said.onend = said.onerror = () => button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-pressed', 'true');
  speechSynthesis.speak(said);
}

/** `data-read="#selector"` reads that element aloud; pressed again, it stops. */
export function readAloud(): void {
  const mute = (): void => {
    // Where no voice speaks the page's language, a foreign one would only confuse.
    const voices = 'speechSynthesis' in window ? speechSynthesis.getVoices() : [];
    const lang = document.documentElement.lang.slice(0, 2);
    const none = !('speechSynthesis' in window) || (voices.length > 0 && !voiceFor(lang));
    document.documentElement.classList.toggle('mute', none);
  };
  mute();
  if (!('speechSynthesis' in window)) return;
  speechSynthesis.addEventListener?.('voiceschanged', mute);

  on('click', '[data-read]', (button) => {
    const target = document.querySelector<HTMLElement>(button.dataset.read ?? '');
    const stops = button.getAttribute('aria-pressed') === 'true';
    speechSynthesis.cancel();
    for (const other of document.querySelectorAll('[data-read]'))
      other.setAttribute('aria-pressed', 'false');
    if (!target || stops) return;
    const lang = target.closest<HTMLElement>('[lang]')?.lang.slice(0, 2) || 'nb';
    speak(button, target.innerText, lang);
  });
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
}
