import { Text, View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { useText } from '../platform/i18n/text'
import type { Semantics } from './a11y'
import styles from './field.module.scss'
import { Icon } from './icon'
import { uiText } from './ui.text'

export interface FieldWords {
  label: string
  hint?: string | undefined
  /** What is wrong and how to put it right; shown with an icon at the field. */
  error?: string | undefined
  isRequired?: boolean | undefined
}

interface FieldProps extends FieldWords {
  /** Draws the control; spread `a11y(semantics)` on it, so that label, hint and error belong to it. */
  children: (semantics: Semantics) => ReactNode
}

/** A label above, a control, a hint and an error below, tied together for screen readers. */
export const Field = ({ label, hint, error, isRequired, children }: FieldProps) => {
  const t = useText(uiText)
  const id = useId()
  return (
    <View className={styles.field}>
      <View className={styles.label} id={`${id}label`}>
        {label}
        {isRequired && <Text className={styles.mark}> {t('required')}</Text>}
      </View>
      {hint && (
        <View className={styles.hint} id={`${id}hint`}>
          {hint}
        </View>
      )}
      {children(controlSemantics(id, { label, hint, error, isRequired }))}
      {error && (
        <View className={styles.error} id={`${id}error`}>
          <Icon name='alert' />
          <Text>{error}</Text>
        </View>
      )}
    </View>
  )
}

/** Browsers follow ids to the words; WeChat reads only the label, so there all the words go into it. */
const controlSemantics = (id: string, { label, hint, error, isRequired }: FieldWords): Semantics => {
  const state = { required: isRequired || undefined, invalid: error ? true : undefined }
  if (process.env.TARO_ENV === 'weapp') return { label: [label, hint, error].filter(Boolean).join('。'), ...state }
  const describedby = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ')
  return { labelledby: `${id}label`, describedby: describedby || undefined, ...state }
}
