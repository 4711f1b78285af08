import { spokenPhone } from '@little-bench/shared/people/phone'
import { PHONE_CODE_DIGITS } from '@little-bench/shared/people/sign-in'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { CodeInput } from '../../ui/code-input'
import { ErrorNotice } from '../../ui/error-notice'
import { FieldKeypad } from '../../ui/keypad'
import { PhoneInput } from '../../ui/phone-input'
import { stepFocusable, useStepFocus } from '../../ui/step-focus'
import { showToast } from '../../ui/toast'
import styles from '../people.module.scss'
import { signInText } from '../sign-in.text'
import type { PhoneCode } from '../use-phone-code'

interface PhoneCodeFieldsProps {
  of: PhoneCode
  /** What became of the last code. */
  error?: unknown
}

const SENT_ID = 'code-sent'

/** The number, and once a code has been sent to it, the code. */
export const PhoneCodeFields = ({ of, error }: PhoneCodeFieldsProps) => {
  useStepFocus(of.sent === null ? 0 : 1, SENT_ID)
  return (
    <>
      {of.sent === null ? <NumberField of={of} /> : <CodeField of={of} nextAt={of.sent.nextAt} />}
      {Boolean(of.requestError ?? error) && <ErrorNotice error={of.requestError ?? error} />}
    </>
  )
}

const NumberField = ({ of }: { of: PhoneCode }) => {
  const t = useText(signInText)
  const mistake = of.phone === '' ? t('phoneMissing') : t('phoneWrong')
  return (
    <PhoneInput
      label={t('phone')}
      hint={t('withPhoneHint')}
      error={of.hasTried && !of.isPhone ? mistake : undefined}
      value={of.phone}
      onChange={of.setPhone}
    />
  )
}

const CodeField = ({ of, nextAt }: { of: PhoneCode; nextAt: string }) => {
  const t = useText(signInText)
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const missing = PHONE_CODE_DIGITS - of.code.length
  const mistake = of.code === '' ? t('codeMissing') : t('codeLeft', { count: missing })
  const field = { value: of.code, onChange: of.setCode, length: PHONE_CODE_DIGITS }
  return (
    <>
      <View id={SENT_ID} className={styles.hint} {...stepFocusable} {...a11y({ live: 'polite' })}>
        {t('codeSent', { phone: spokenPhone(of.phone) })}
      </View>
      <CodeInput
        label={t('code')}
        hint={t('codeCare')}
        error={of.hasTried && missing > 0 ? mistake : undefined}
        group={3}
        isFromMessage
        {...field}
      />
      {isElderMode && <FieldKeypad label={t('code')} {...field} />}
      <View className={styles.answers}>
        <Resend of={of} nextAt={nextAt} />
        <Button kind='quiet' onPress={of.changePhone}>
          {t('otherPhone')}
        </Button>
      </View>
      <View className={styles.hint}>{t('otherWay')}</View>
    </>
  )
}

const SECOND_MS = 1000

const Resend = ({ of, nextAt }: { of: PhoneCode; nextAt: string }) => {
  const t = useText(signInText)
  const now = useNow(SECOND_MS)
  const seconds = Math.ceil((Date.parse(nextAt) - now.getTime()) / SECOND_MS)
  return (
    <Button
      icon='refresh'
      isWide
      isDisabled={seconds > 0}
      isBusy={of.isRequesting}
      onPress={() => of.requestAgain(() => showToast(t('sentAgain')))}
    >
      {seconds > 0 ? t('resendLater', { seconds }) : t('resend')}
    </Button>
  )
}
