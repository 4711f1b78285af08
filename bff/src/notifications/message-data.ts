import type { WechatTemplateConfig } from '@little-bench/config/model'
import { fieldValue, typeOfField } from '@little-bench/shared/notifications/wechat-fields'
import { fieldWords, type OutgoingNotice } from '@little-bench/shared/notifications/wechat-notices'

/** The values of a template's fields; undefined when one of them cannot be said, for WeChat takes no empty one. */
export const messageData = (
  { fields }: Pick<WechatTemplateConfig, 'fields'>,
  notice: OutgoingNotice,
): Record<string, string> | undefined => {
  const words = fieldWords(notice)
  const values = fields.map(({ field, from }): [string, string | undefined] => {
    const type = typeOfField(field)
    return [field, type && fieldValue(type, words[from])]
  })
  return values.every((entry): entry is [string, string] => entry[1] !== undefined)
    ? Object.fromEntries(values)
    : undefined
}
