import type { Reply } from '../../api';

/** What the account's screen offers to its parts: one request at a time, with proof of the owner where the server wants it. */
export interface Doing {
  busy: boolean;
  /** Said to a screen reader, and shown until the next. */
  told: string;
  act(run: () => Promise<Reply<unknown>>, done?: (reply: Reply<unknown>) => Promise<void> | void, instead?: Record<string, string>): Promise<void>;
  /** Takes the phone's copy of the account up again. */
  read(): Promise<void>;
}
