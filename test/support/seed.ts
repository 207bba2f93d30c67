import fc from 'fast-check';

// A property that names no seed of its own is tried with the same values in each run, too.
if (process.env.FC_SEED !== 'random') fc.configureGlobal({ seed: 20240626 });
