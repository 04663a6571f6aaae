// How the arrow keys and Enter move through a grid of text boxes, as in a spreadsheet.

/** How a text box with the focus stands: what is selected of its text. */
export interface Box {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** One row or column further; null when the key is for the text in the box itself. */
export function stepOf(key: string, isShift: boolean, box: Box): { rows: number; columns: number } | null {
  const isWhole = box.from === 0 && box.to === box.length;
  const isCaret = box.from === box.to;
  switch (key) {
    case 'Enter':
      return { rows: isShift ? -1 : 1, columns: 0 };
    case 'ArrowDown':
      return { rows: 1, columns: 0 };
    case 'ArrowUp':
      return { rows: -1, columns: 0 };
    case 'ArrowLeft':
      return !isShift && (isWhole || (isCaret && box.from === 0)) ? { rows: 0, columns: -1 } : null;
    case 'ArrowRight':
      return !isShift && (isWhole || (isCaret && box.to === box.length)) ? { rows: 0, columns: 1 } : null;
    default:
      return null;
  }
}
