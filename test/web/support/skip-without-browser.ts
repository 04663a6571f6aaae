import { findBrowser } from '../../support/browser';

// Without a browser every test of these files counts as skipped; the start of the run said so.
if (typeof findBrowser() === 'string') Object.assign(globalThis, { it: it.skip, test: test.skip });
