import type { Community } from '@little-bench/shared/communities/contract'
import { PlaceChoice } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { TextArea } from '../../ui/text-area'
import { TextInput } from '../../ui/text-input'
import { TickBox } from '../../ui/tick-box'
import { MAX_DOOR, MAX_NOTE } from '../ask-fields'
import { askText } from '../visit.text'
import type { AskStepProps } from './ask-why'

interface AskWhereProps extends AskStepProps {
  community: Community
  /** Nobody knows where they live: the server asks for a courtyard. */
  isPlaceMissing: boolean
}

/** Where to, and what the visitor should know. */
export const AskWhere = ({ community, fields, change, isPlaceMissing }: AskWhereProps) => {
  const t = useText(askText)
  return (
    <>
      <PlaceChoice
        community={community}
        label={t('place')}
        hint={t('placeHint')}
        placeId={fields.placeId}
        onChoose={(placeId) => change({ placeId })}
        error={isPlaceMissing && fields.placeId === null ? t('placeMissing') : undefined}
      />
      <TextInput
        label={t('door')}
        hint={t('doorHint')}
        value={fields.door}
        maxLength={MAX_DOOR}
        onChange={(door) => change({ door })}
      />
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        limit={MAX_NOTE}
        value={fields.note}
        onChange={(note) => change({ note })}
      />
      <TickBox
        words={t('interpreter')}
        isTicked={fields.needsInterpreter}
        onChange={(needsInterpreter) => change({ needsInterpreter })}
      />
    </>
  )
}
