/** WeChat shows one page above the other. */
export const useIsDesktop = (): boolean => false
