/** How a session was begun. */
export const SIGN_IN_METHODS = ['wechat', 'phone_code', 'invitation', 'demo'] as const
export type SignInMethod = (typeof SIGN_IN_METHODS)[number]

/**
 * Whether a session reaches the desk: `none` for whoever is no staff, `locked` for staff who have shown no second proof in
 * this session, `open` for those who have.
 */
export const DESKS = ['none', 'locked', 'open'] as const
export type Desk = (typeof DESKS)[number]

/** A code from a short message; 20 bits, good for one request, five tries and ten minutes (ASVS 6.5.4, 6.5.5). */
export const PHONE_CODE_DIGITS = 6
export const PHONE_CODE_MINUTES = 10
export const PHONE_CODE_TRIES = 5
/** So often may one number be sent a code: whoever asks for somebody else's number must not be able to keep it ringing. */
export const PHONE_CODES_PER_HOUR = 5
export const PHONE_CODES_PER_DAY = 10
export const PHONE_CODE_PAUSE_SECONDS = 60

/** Codes of an authenticator app (RFC 6238): thirty seconds each, one step early or late is taken, none twice. */
export const TOTP_DIGITS = 6
export const TOTP_SECONDS = 30
/** Wrong codes in a row until the second step is shut for a while. */
export const TOTP_TRIES = 5
export const TOTP_PAUSE_MINUTES = 15
