import { hasIdNumber } from '../kernel/personal-numbers.ts'

/** A picture written as text, with its type or without: nobody writes so many letters in a row. */
const PICTURE = /data:\s*[a-z]+\/|[A-Za-z0-9+/]{60}/i

/**
 * Whether a text holds what this service never keeps: a full ID number, or a picture. Whoever writes one is told so, and
 * nothing of it is stored. (人脸信息 and 身份证号 are not needed to remind and to visit: PIPL 6, 28.)
 */
export const hasBiometrics = (text: string): boolean => PICTURE.test(text) || hasIdNumber(text)
