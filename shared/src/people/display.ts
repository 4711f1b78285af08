/** How large the letters are; each step in 长辈版 is larger than the same step without it. */
export const TEXT_STEPS = ['standard', 'large', 'largest'] as const
export type TextStep = (typeof TEXT_STEPS)[number]
