import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { CommunityChoice, useCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import { TextInput } from '../../ui/text-input'
import { TickBox } from '../../ui/tick-box'
import styles from '../people.module.scss'
import { signInText } from '../sign-in.text'
import type { NewAccount } from '../wechat-sign-in'

const MAX_NAME = 40

export interface NewAccountFields {
  name: string
  hasAgreed: boolean
}

/** What is sent; undefined while something is missing. */
export const newAccountOf = (
  { name, hasAgreed }: NewAccountFields,
  communityId: string | null,
): NewAccount | undefined => {
  if (communityId === null || !hasAgreed) return undefined
  const said = name.trim()
  return { communityId, policyVersion: POLICY_VERSION, ...(said === '' ? {} : { name: said }) }
}

interface NewAccountProps {
  fields: NewAccountFields
  onChange: (fields: NewAccountFields) => void
  hasTried: boolean
}

/** The one step of whoever comes for the first time. Nothing is ticked beforehand, and no name is needed. */
export const NewAccountStep = ({ fields, onChange, hasTried }: NewAccountProps) => {
  const t = useText(signInText)
  return (
    <Section title={t('newTitle')}>
      <View className={styles.hint}>{t('newWords')}</View>
      <WhichCommunity isMissing={hasTried} />
      <TextInput
        label={t('name')}
        hint={t('nameHint')}
        value={fields.name}
        maxLength={MAX_NAME}
        onChange={(name) => onChange({ ...fields, name })}
      />
      <Card>
        <View className={styles.name}>{t('agreeTitle')}</View>
        <Button kind='quiet' icon='lock' onPress={() => openPage('privacy/pages/policy/index')}>
          {t('readPolicy')}
        </Button>
        <TickBox
          words={t('agree')}
          isTicked={fields.hasAgreed}
          onChange={(hasAgreed) => onChange({ ...fields, hasAgreed })}
          error={hasTried && !fields.hasAgreed ? t('agreeMissing') : undefined}
        />
      </Card>
    </Section>
  )
}

/** Only one that they chose: the first of the list is nobody's by default. */
const WhichCommunity = ({ isMissing }: { isMissing: boolean }) => {
  const t = useText(signInText)
  const chosen = useSession((session) => session.communityId)
  const community = useCommunity(chosen ?? undefined).data
  const [isChoosing, setChoosing] = useState(false)
  return (
    <Card>
      <FactList
        facts={[
          {
            name: t('community'),
            value: community?.name ?? t('communityNone'),
            end: (
              <Button onPress={() => setChoosing(true)}>{t(community ? 'otherCommunity' : 'chooseCommunity')}</Button>
            ),
          },
        ]}
      />
      {isMissing && chosen === null && (
        <View {...a11y({ role: 'alert' })} className={styles.line}>
          {t('communityMissing')}
        </View>
      )}
      <CommunityChoice isOpen={isChoosing} onClose={() => setChoosing(false)} community={community} />
    </Card>
  )
}
