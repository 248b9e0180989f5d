/** Set by the build (`scripts/build.mjs`) from package.json. */
declare const SALLYPORT_VERSION: string | undefined;

export const version: string = typeof SALLYPORT_VERSION === 'string' ? SALLYPORT_VERSION : '0.0.0-dev';
