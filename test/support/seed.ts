import fc from 'fast-check';

/** The seed of all properties, also of those that name none; undefined where `FC_SEED=random` goes looking. */
export const seed = process.env.FC_SEED === 'random' ? undefined : 20240626;

if (seed !== undefined) fc.configureGlobal({ seed });
