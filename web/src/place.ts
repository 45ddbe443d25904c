/** Where an item came from and where it was let go, counted from 0. */
export interface Moved { from: number; to: number }

/** The place among the others whose middle the dragged one has passed. */
export function placeFor(from: number, boxes: { top: number; height: number }[], by: number): number {
  const own = boxes[from]!;
  const [top, end] = [own.top + by, own.top + own.height + by];
  const above = boxes.findIndex((box, place) => place < from && top < box.top + box.height / 2);
  if (above >= 0) return above;
  const passed = boxes.filter((box, place) => place > from && end > box.top + box.height / 2).length;
  return from + passed;
}
