import { isPhone, plainPhone } from '@little-bench/shared/people/phone'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { TextInput } from '../../ui/text-input'
import { useAskForHelpCall } from '../case.api'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'

/** Has a person call; nothing of it stays on the phone. */
export const AskForCall = ({ communityId }: { communityId: string }) => {
  const t = useText(requestText)
  const [phone, setPhone] = useState('')
  const [isWrong, setWrong] = useState(false)
  const asking = useAskForHelpCall(communityId)
  if (asking.data)
    return (
      <View {...a11y({ role: 'status', live: 'polite' })}>
        <Card tint='green'>
          <View className={styles.name}>{t('willCall')}</View>
          <View>{t('willCallNext')}</View>
        </Card>
      </View>
    )
  const typed = phone.trim()
  const send = () => {
    const isUsable = typed === '' || isPhone(plainPhone(typed))
    setWrong(!isUsable)
    if (isUsable) asking.mutate(typed === '' ? undefined : plainPhone(typed))
  }
  return (
    <>
      <View className={styles.hint}>{t('callMeWords')}</View>
      <TextInput
        label={t('callMePhone')}
        hint={t('callMePhoneHint')}
        value={phone}
        onChange={setPhone}
        error={isWrong ? t('phoneWrong') : undefined}
      />
      {asking.error !== null && <ErrorNotice error={asking.error} />}
      <Button kind='primary' icon='phone' isWide isBusy={asking.isPending} onPress={send}>
        {t('callMe')}
      </Button>
    </>
  )
}
