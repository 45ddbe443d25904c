interface Alternative { transcript: string }
interface Result { isFinal: boolean; length: number; [index: number]: Alternative }
interface ResultEvent { resultIndex: number; results: { length: number; [index: number]: Result } }

export interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  maxAlternatives: number;
  /** Words to expect, where the browser takes them. */
  phrases?: unknown;
  onstart: (() => void) | null;
  onresult: ((event: ResultEvent) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

export interface Ear {
  started(): void;
  interim(text: string): void;
  sentence(text: string, alternatives: string[]): void;
  /** The recogniser's own error code, or unsupported, unanswered, unstarted. */
  failed(reason: string): void;
  stopped(): void;
}

/** A turn of listening. */
export interface Listening {
  /** Enough was said: what was heard by now is the sentence. */
  end(): void;
  /** Nothing of it counts. */
  stop(): void;
}

export function recognitionIn(scope: object): (new () => Recognition) | null {
  const named = scope as Record<string, unknown>;
  return (named['SpeechRecognition'] ?? named['webkitSpeechRecognition'] ?? null) as (new () => Recognition) | null;
}

/** Contextual biasing is young: a browser may have the type and refuse the values. */
function expect(recognition: Recognition, phrases: string[]): void {
  const Phrase = (globalThis as { SpeechRecognitionPhrase?: new (phrase: string, boost: number) => unknown }).SpeechRecognitionPhrase;
  if (!Phrase || !('phrases' in recognition)) return;
  try {
    recognition.phrases = phrases.map((phrase) => new Phrase(phrase, 2));
  } catch {
    // Without them it only hears a little worse.
  }
}

/** No turn at all. */
export const deaf: Listening = { end: () => undefined, stop: () => undefined };

/** Listens for one sentence. */
export function listen(Make: (new () => Recognition) | null, ear: Ear, lang: string, phrases: string[] = [], patience = 3000): Listening {
  if (!Make) {
    ear.failed('unsupported');
    return deaf;
  }
  const recognition = new Make();
  Object.assign(recognition, { lang, continuous: false, interimResults: true, maxAlternatives: 3 });
  expect(recognition, phrases);
  const finals = new Map<number, Result>();
  let interim = '';
  let [over, enough] = [false, false];

  const finish = (tell: () => void) => {
    if (over) return;
    over = true;
    clearTimeout(watchdog);
    recognition.onstart = recognition.onresult = recognition.onerror = recognition.onend = null;
    recognition.abort();
    tell();
  };
  // Installed on an iPhone, start() may succeed and nothing ever come back.
  const watchdog = setTimeout(() => finish(() => ear.failed('unanswered')), patience);

  const said = (pick: number) =>
    [...finals.keys()].sort((a, b) => a - b).map((index) => (finals.get(index)![pick] ?? finals.get(index)![0]!).transcript.trim()).join(' ').trim();

  const soFar = () => [said(0), interim.trim()].filter(Boolean).join(' ');
  const wrapUp = () => finish(() => (soFar() ? ear.sentence(soFar(), []) : ear.stopped()));

  recognition.onstart = () => {
    clearTimeout(watchdog);
    ear.started();
  };
  recognition.onresult = (event) => {
    clearTimeout(watchdog);
    interim = '';
    for (let index = event.resultIndex; index < event.results.length; index++) {
      const result = event.results[index]!;
      // Android repeats a final under its old index: the index decides, not the order of arrival.
      if (result.isFinal) finals.set(index, result);
      else interim += result[0]!.transcript;
    }
    if (interim || finals.size === 0) return ear.interim(soFar());
    const text = said(0);
    const others = [1, 2].map(said).filter((other) => other && other !== text);
    if (text) finish(() => ear.sentence(text, [...new Set(others)]));
  };
  recognition.onerror = (event) => (enough ? wrapUp() : finish(() => (event.error === 'aborted' ? ear.stopped() : ear.failed(event.error))));
  recognition.onend = () => (enough ? wrapUp() : finish(() => (finals.size ? ear.sentence(said(0), []) : ear.stopped())));
  try {
    recognition.start();
  } catch {
    finish(() => ear.failed('unstarted'));
  }
  return {
    end() {
      if (enough || over) return wrapUp();
      enough = true;
      recognition.stop();
      // Not every recogniser has a last word.
      setTimeout(wrapUp, 1500);
    },
    stop: () => finish(() => ear.stopped()),
  };
}
