import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ChoiceList } from '../../../ui/choice-list'
import { Empty } from '../../../ui/empty'
import { ChannelSteps } from '../../components/channel-steps'
import { PensionPage } from '../../components/pension-page'
import styles from '../../pension.module.scss'
import { type ProofOfLife } from '../../proof.api'
import { proofText, stepsText } from '../../proof.text'
import { hasOpenVisit } from '../../proof-words'

/** The steps of an official app, large and numbered. */
export default function StepsPage() {
  const t = useText(stepsText)
  const tProof = useText(proofText)
  const done = (
    <Button kind='primary' icon='check' isWide onPress={() => openPage('pension/pages/done/index')}>
      {tProof('recordDone')}
    </Button>
  )
  return (
    <PensionPage title={t('title')} action={({ proof }) => proof.status !== 'valid' && done}>
      {({ proof }) => <Channels proof={proof} />}
    </PensionPage>
  )
}

const Channels = ({ proof }: { proof: ProofOfLife }) => {
  const t = useText(stepsText)
  const tProof = useText(proofText)
  const { channels } = proof
  const [id, setId] = useState<string>()
  const channel = channels.find((each) => each.id === id) ?? channels[0]
  if (!channel) return <Empty icon='phone' title={t('noSteps')} next={t('noStepsNext')} />
  return (
    <>
      {channels.length > 1 && (
        <ChoiceList<string>
          label={t('which')}
          choices={channels.map((each) => ({ value: each.id, name: each.name }))}
          value={channel.id}
          onChange={setId}
        />
      )}
      <ChannelSteps key={channel.id} channel={channel} />
      <Card tint='blue'>
        <View className={styles.name}>{tProof('neverFaceTitle')}</View>
        <View>{tProof('neverFace')}</View>
      </Card>
      <View className={styles.line}>{t('afterwards')}</View>
      {!hasOpenVisit(proof) && (
        <Button isWide icon='home' onPress={() => openPage('pension/pages/ask/index')}>
          {t('stuck')}
        </Button>
      )}
    </>
  )
}
