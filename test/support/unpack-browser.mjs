// Unpacks the browser of @sparticuz/chromium into the folder for temporary files, which whoever starts this names.
// A process of its own: the package decides by the environment what it unpacks, and changes it.
// As in the surroundings that the package is made for, it then brings the libraries along that a system may lack.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';

const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();
