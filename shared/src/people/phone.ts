/** A telephone number as it is kept and looked up: digits alone, without the country. */
export const plainPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=[01])/, '')

/** A kept number in groups that can be read out and dialled: 「138-0000-1234」, 「0891-0000-181」. */
export const spokenPhone = (plain: string): string => plain.replace(/^(1\d\d|010|02\d|0\d{3})(\d{4})(\d+)$/, '$1-$2-$3')

/** A mobile or a landline number with its area code, in China. */
export const isPhone = (plain: string): boolean => /^(1\d{10}|0\d{9,11})$/.test(plain)
