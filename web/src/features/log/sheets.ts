import type { Entry, LoggedSet, SetValues } from '../../types';

/** A set to be corrected, or one to be logged with other values than the likely ones. */
export interface SetSheetRequest { workoutId: string; entry: Pick<Entry, 'exerciseId' | 'name' | 'measure' | 'sets' | 'target'>; set: LoggedSet | null; values: SetValues }

export interface EntrySheet { entry: Entry }
