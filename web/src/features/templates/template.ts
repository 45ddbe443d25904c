import type { Load, Target } from '../../types';

export interface PlannedExercise { exerciseId: string; supersetId?: string | null; note?: string | null; target?: (Target & Record<string, unknown>) | null; progress?: { add: Load } | null }
export interface Template { id: string; version?: number; name: string; note?: string | null; exercises: PlannedExercise[] }

interface TemplateCommand { type: string; data: Record<string, unknown> }

/** The account's templates with what is still to be sent, in their order. */
export function foldTemplates(templates: Template[], commands: TemplateCommand[]): Template[] {
  return commands.reduce((all, { type, data }) => {
    const made = { id: (data['id'] ?? data['templateId']) as string, name: data['name'] as string, note: data['note'] as string | null, exercises: (data['exercises'] ?? []) as PlannedExercise[] };
    if (type === 'CreateTemplate') return [...all.filter((each) => each.id !== made.id), made];
    if (type === 'ChangeTemplate') return all.map((each) => (each.id === made.id ? made : each));
    if (type === 'DeleteTemplate') return all.filter((each) => each.id !== made.id);
    if (type === 'ReorderTemplates') {
      const order = data['order'] as string[];
      return [...all].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    }
    return all;
  }, templates);
}
