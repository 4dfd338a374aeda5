import fc from 'fast-check';

// The same random cases at every run, so that the same code gives the same answer.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.STEADING_SEED ?? 2017) });
