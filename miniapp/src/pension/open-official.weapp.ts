/** WeChat opens no address of somebody else; it is copied instead. */
export const canOpenOfficial = false

export const openOfficial = (_link: string): void => {}
