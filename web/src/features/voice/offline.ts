import { app } from '../../store';
import { focused } from '../log/next-set';
import type { Sentence } from '../sync/entry';
import type { Exercise, Workout } from '../../types';
import { ordinals, type SpokenCommand, type VoiceAnswer } from './answer';
import type * as CarryOut from './carry-out';
import { understand } from './grammar';

/** The question on the screen: who asked it, the server or this phone, knows what its answers do. */
interface Question { answer: VoiceAnswer; sentence: Sentence; here: boolean; at: number; about: string }

/** What came of a sentence on the phone, or what is to be sent instead: the sentence, or the one that a question was about. */
export type Heard = { answer: VoiceAnswer } | { send: Sentence; about?: Sentence };

type Hands = typeof CarryOut;

// Nobody needs them to see or log a set by tap: they come when they are asked for, without a connection out of the service worker's cache.
const hands = (): Promise<Hands | null> => import('./carry-out').catch(() => null);

// As long as the server keeps its own open.
const lifetime = 600_000;
let open: Question | null = null;

const isQuestion = ({ outcome, options }: VoiceAnswer): boolean => outcome === 'needsClarification' || (options ?? []).length > 0;

/** What a question is about: after another set, or with another exercise in focus, the same answer would mean something else. */
function situation(): string {
  const { workout, focus } = app();
  return JSON.stringify([workout?.id, focus, workout?.exercises.map(({ id, exerciseId, sets }) => [id, exerciseId, sets.map((set) => set.id)])]);
}

const isOver = ({ at, about }: Question): boolean => Date.now() - at > lifetime || about !== situation();

/** The server has answered: with a question, or with what ends the one before. */
export function served(answer: VoiceAnswer): void {
  open = isQuestion(answer) && answer.said ? { answer, sentence: answer.said, here: false, at: Date.now(), about: situation() } : null;
}

/** The question is off the screen: what is said next does not answer it. */
export function forgetQuestion(): void {
  open = null;
}

function asked(answer: VoiceAnswer, sentence: Sentence): Heard {
  open = { answer, sentence, here: true, at: Date.now(), about: situation() };
  return { answer: { ...answer, said: sentence } };
}

async function carriedOut({ orders }: Hands, commands: SpokenCommand[], answer: VoiceAnswer, otherwise: Sentence): Promise<Heard> {
  const { workout, exercises, gym } = app();
  const known = JSON.parse(JSON.stringify({ workout, exercises })) as { workout: Workout | null; exercises: Exercise[] };
  const todo = orders(commands, known.workout, known.exercises);
  if (!todo) return { send: otherwise };
  for (const { type, data, hint } of todo) {
    // Why not has been said by then, and is the answer to the sentence too.
    if (!(await gym.run(type, data, hint))) return { answer: { ...answer, outcome: 'rejected', message: app().toast, speech: null } };
  }
  for (const command of commands) app().obey(command);
  return { answer: { ...answer, outcome: todo.length ? 'applied' : 'answered', commands, workout: app().workout } };
}

async function understood(sentence: Sentence, question: Question | null): Promise<VoiceAnswer | null> {
  const { workout, focus } = app();
  const known = JSON.parse(JSON.stringify(workout)) as Workout | null;
  const now = { workout: known, focus: known ? focused(known, focus)?.exerciseId ?? null : null, open: question?.answer ?? null, openTranscript: question?.sentence.transcript ?? null };
  return understand(sentence.transcript, sentence.alternatives, now);
}

/**
 * Understands and does on the phone what is said without a connection, and what is said to a question that the phone has asked: nobody else knows
 * its options. The rest is sent, or kept as a note. An answer that can't be carried out here means nothing without its question, so that the
 * sentence goes that was asked about. Only while the browser knows that it is offline, for a sentence that may have reached the server must not be
 * done twice.
 */
export async function hear(sentence: Sentence): Promise<Heard> {
  const last = open;
  open = null;
  const isTap = last !== null && ordinals.includes(sentence.transcript);
  // Its options are on the screen still: what they were asked about is asked anew.
  if (isTap && isOver(last)) return hear(last.sentence);
  if (navigator.onLine && !last?.here) return isTap ? { send: sentence, about: last.sentence } : { send: sentence };
  const carry = await hands();
  if (!carry) return { send: isTap ? last.sentence : sentence };
  const question = last && !isOver(last) ? last : null;
  const answer = await understood(sentence, question);
  const choice = carry.picked(answer, sentence, question?.answer) ?? (isTap ? carry.picked(null, sentence, last.answer) : undefined);
  if (choice && last) return carriedOut(carry, choice.commands ?? [], answer ?? { outcome: 'understood', message: choice.label }, last.sentence);
  if (answer?.outcome === 'understood') return carriedOut(carry, answer.commands ?? [], answer, carry.isReply(answer) && last ? last.sentence : sentence);
  return answer?.outcome === 'needsClarification' && !navigator.onLine ? asked(answer, sentence) : { send: sentence };
}
