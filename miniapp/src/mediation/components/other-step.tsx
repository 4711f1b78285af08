import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { TextInput } from '../../ui/text-input'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'
import type { StepProps } from './request-form'

/** Whom the committee invites. */
export const OtherStep = ({ draft, change, mistakes }: StepProps) => {
  const t = useText(requestText)
  return (
    <>
      <View className={styles.hint}>{t('otherWords')}</View>
      <TextInput
        label={t('otherName')}
        isRequired
        value={draft.otherName}
        onChange={(otherName) => change({ otherName })}
        error={mistakes.otherName && t(mistakes.otherName)}
      />
      <TextInput
        label={t('otherPhone')}
        hint={t('otherPhoneHint')}
        value={draft.otherPhone}
        onChange={(otherPhone) => change({ otherPhone })}
        error={mistakes.otherPhone && t(mistakes.otherPhone)}
      />
    </>
  )
}
