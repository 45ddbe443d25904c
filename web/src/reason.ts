import { openScreens } from './shell/screens';
import type { Problem } from './types';

/** Why something was refused, in one sentence. */
export async function reasonFor(problem: Problem): Promise<string | undefined> {
  const words = await openScreens();
  return words ? words.problemText(problem) : problem.detail;
}

/** What a member takes; empty where the words can't come. */
export const ruleOf = async (member: string): Promise<string> => (await openScreens())?.memberText(member) ?? '';
