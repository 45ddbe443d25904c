import { t } from '../../i18n';

const reasons: Record<string, string> = {
  'not-allowed': 'The microphone is not allowed. Type the set instead.',
  'service-not-allowed': 'Speech is switched off in this browser. Type the set instead.',
  'audio-capture': 'No microphone found. Type the set instead.',
  'no-speech': 'Heard nothing. Tap the microphone and try again, or type.',
  network: 'Speech needs a connection here. Type the set instead.',
  unsupported: 'This browser cannot listen. Type the set instead.',
  unanswered: 'The microphone does not answer. Type the set instead.',
  unstarted: 'Could not start listening. Type the set instead.',
};

/** Why nothing was heard, in words that say what to do instead. */
export const reasonText = (code: string): string => t(reasons[code] ?? 'Could not listen. Type the set instead.');
