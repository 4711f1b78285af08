import type { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { useAnswerGrant } from '../grants.api'
import { callNameText, grantsText } from '../grants.text'
import styles from '../people.module.scss'
import { GrantFacts } from './grant-facts'

const NAMES = ['mother', 'father', 'grandmother', 'grandfather'] as const
type ChosenName = (typeof NAMES)[number] | 'other'
/** As the contract has it. */
const MAX_CALL_NAME = 10

/** Somebody asks for help: who, with what and until when; yes with the name one calls them by, or no. */
export const AnswerGrantCard = ({ grant }: { grant: ProxyGrant }) => {
  const t = useText(grantsText)
  const tName = useText(callNameText)
  const answering = useAnswerGrant()
  const [chosen, setChosen] = useState<ChosenName | null>(null)
  const [otherName, setOtherName] = useState('')
  const [hasTried, setTried] = useState(false)
  const callName = chosen === null || chosen === 'other' ? otherName.trim() : tName(chosen)
  const accept = () => {
    setTried(true)
    if (callName === '') return
    answering.mutate(
      { grantId: grant.id, isAccepted: true, callName },
      { onSuccess: () => showToast(t('accepted', { name: callName })) },
    )
  }
  const refuse = () =>
    answering.mutate({ grantId: grant.id, isAccepted: false }, { onSuccess: () => showToast(t('refusedNow')) })
  const error = hasTried && callName === '' ? t('callNameMissing') : undefined
  return (
    <Card tint='blue'>
      <View className={styles.name}>{t('asksYou', { name: grant.principal.name })}</View>
      <View className={styles.line}>{t('asksWords')}</View>
      <GrantFacts grant={grant} />
      <View className={styles.block}>
        <ChoiceList<ChosenName>
          label={t('callName')}
          hint={t('callNameHint')}
          error={chosen === 'other' ? undefined : error}
          choices={[
            ...NAMES.map((name) => ({ value: name, name: tName(name) })),
            { value: 'other' as const, name: t('otherName') },
          ]}
          value={chosen}
          onChange={setChosen}
        />
      </View>
      {chosen === 'other' && (
        <TextInput
          label={t('otherName')}
          error={error}
          maxLength={MAX_CALL_NAME}
          value={otherName}
          onChange={setOtherName}
        />
      )}
      {answering.isError && <ErrorNotice error={answering.error} />}
      <View className={styles.answers}>
        <Button kind='primary' isWide isBusy={answering.isPending} onPress={accept}>
          {t('accept')}
        </Button>
        <Button isWide isDisabled={answering.isPending} onPress={refuse}>
          {t('refuse')}
        </Button>
      </View>
    </Card>
  )
}
