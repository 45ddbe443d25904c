import Alpine from '@alpinejs/csp';

type Piece = HTMLElement & { _x_ignore?: boolean; _x_marker?: number };
type Visit = (element: Piece, skip: () => void) => void;

/**
 * In ms. What an element sets off is done when its slice has ended, and takes as long again: together it is not felt on a phone four times as
 * slow, and starting takes no longer for it.
 */
const slice = 2;

const skipNothing = () => undefined;
const alone = (element: Piece, visit: Visit) => visit(element, skipNothing);
const bringToLife = Alpine.initTree as (element: Piece, walk: (element: Piece, visit: Visit) => void) => void;

// What a template has made is alive already, and may be gone by the time its turn would come.
const still: NodeFilter = (element) => ((element as Piece)._x_marker ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);

/** Lets what is waiting have its turn: a tap, the next picture. */
export const breathe = (): Promise<void> => (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.() ?? new Promise((go) => setTimeout(go));

/** Alpine's start in slices: in one go it would hold up the first tap. What is not alive yet stands there as markup. */
export async function startInSlices(page: Piece): Promise<void> {
  page._x_ignore = true;
  Alpine.start();
  delete page._x_ignore;
  const elements = document.createTreeWalker(page, NodeFilter.SHOW_ELEMENT, still);
  let began = performance.now();
  for (let element: Node | null = page; element; element = elements.nextNode()) {
    bringToLife(element as Piece, alone);
    if (performance.now() - began < slice) continue;
    await breathe();
    began = performance.now();
  }
}
