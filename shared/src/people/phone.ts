/** A telephone number as it is kept and looked up: digits alone, without the country. */
export const plainPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=[01])/, '')

/** A mobile or a landline number with its area code, in China. */
export const isPhone = (plain: string): boolean => /^(1\d{10}|0\d{9,11})$/.test(plain)
