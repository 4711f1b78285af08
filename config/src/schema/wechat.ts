import { TOPICS } from '@little-bench/shared/notifications/templates'
import { typeOfField } from '@little-bench/shared/notifications/wechat-fields'
import { FIELD_SOURCE_NAMES } from '@little-bench/shared/notifications/wechat-notices'
import { z } from 'zod'
import { demo } from './demo.ts'

const MAX_FIELDS = 5

/** `wechat.yaml`: the templates of the mini-program's account, one for each topic, as WeChat's console shows them. */
export const WechatFile = z.strictObject({
  templates: z.array(
    z
      .strictObject({
        topic: z.enum(TOPICS),
        templateId: z.string().regex(/^[\w-]{10,64}$/, 'must be the id of a template, as the console shows it'),
        /** As the panel shows it that asks. */
        title: z.string().trim().min(1).max(30),
        /** Every field of the template: WeChat refuses a message that leaves one out. */
        fields: z
          .array(
            z.strictObject({
              field: z
                .string()
                .refine((field) => typeOfField(field) !== undefined, 'must be a type of field and its number: thing1'),
              from: z.enum(FIELD_SOURCE_NAMES),
            }),
          )
          .min(1)
          .max(MAX_FIELDS, `a template has at most ${MAX_FIELDS} fields`),
        demo,
      })
      .refine(({ templateId, demo: isDemo }) => !isDemo || templateId.startsWith('demo-'), {
        path: ['templateId'],
        message: 'must begin with demo-: no account has this template',
      }),
  ),
})
export type WechatFile = z.infer<typeof WechatFile>
