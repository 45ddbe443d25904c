import { t, word } from '../../i18n';

const reasons: Record<string, string> = {
  'not-allowed': word('The microphone is not allowed. Type the set instead.'),
  'service-not-allowed': word('Speech is switched off in this browser. Type the set instead.'),
  'audio-capture': word('No microphone found. Type the set instead.'),
  'no-speech': word('Heard nothing. Tap the microphone and try again, or type.'),
  network: word('Speech needs a connection here. Type the set instead.'),
  unsupported: word('This browser cannot listen. Type the set instead.'),
  unanswered: word('The microphone does not answer. Type the set instead.'),
  unstarted: word('Could not start listening. Type the set instead.'),
};

/** Why nothing was heard, in words that say what to do instead. */
export const reasonText = (code: string): string => t(reasons[code] ?? word('Could not listen. Type the set instead.'));
