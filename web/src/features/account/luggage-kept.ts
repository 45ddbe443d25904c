import { keep, kept, type Session } from '../../storage';
import type { Exercise, Workout } from '../../types';

/** What a guest logged on this phone, waiting to be brought along into the account that was signed in to. */
export interface Luggage { from: string; sessions: Session[]; running: Workout | null; exercises: Exercise[] }

export const luggage = (): Promise<Luggage | undefined> => kept<Luggage>('luggage');
export const unpacked = (): Promise<void> => keep('luggage', undefined);
