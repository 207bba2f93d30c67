/** Orders of day and month in dates that are not ISO dates. */
export const dateOrders = ['dmy', 'mdy'] as const;
/** The order of day and month in dates that are not ISO dates. */
export type DateOrder = (typeof dateOrders)[number];

/** The kinds of files that can be imported. */
export const importKinds = ['csv', 'github-reviews', 'datatracker', 'un-votes', 'votes-json'] as const;
/** A kind of file that can be imported. */
export type ImportKind = (typeof importKinds)[number];
