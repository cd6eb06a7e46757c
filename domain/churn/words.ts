/** Figures as people write them in a sentence. */
const percentFormat = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A share as `15.0 %`. */
export const percent = (share: number): string => percentFormat.format(share).replace('%', ' %');
