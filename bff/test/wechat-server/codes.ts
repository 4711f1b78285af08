import { type Answer, type Call, refusal, textOf } from './answer.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/** `wxa/getwxacodeunlimit`: a picture of one point, or the error that the documentation names. */
export const codeImage = (call: Call): Answer => {
  const [scene, page] = [textOf(call, 'scene'), textOf(call, 'page')]
  if (typeof call.body?.['scene'] !== 'string')
    return refusal(40169, 'invalid length for scene, or the data is not json string')
  if (!SCENE.test(scene)) return refusal(40129, 'invalid scene')
  if (scene.includes('scancode_time')) return refusal(85096, 'not allow include scancode_time field')
  if (page.startsWith('/') || page.includes('?')) return refusal(41030, 'invalid page')
  const width = call.body['width']
  if (width !== undefined && (typeof width !== 'number' || width < 280 || width > 1280)) {
    return refusal(40097, 'invalid args')
  }
  return { image: PIXEL }
}
