interface ErrorEntry {
  /** HTTP status; only platform/http reads it. */
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  /** What happened, what is safe, what to do: one or two short sentences. */
  zh: string
  /** Attested Tibetan only; left out means the Chinese is shown. */
  bo?: string
}

/** Every error the API can answer. The code is for programs, the sentence for the person. */
export const ERRORS = {
  validation_failed: { status: 422, zh: '有几处需要改一下，已在下面标出。您填的内容还在。' },
  malformed_json: { status: 400, zh: '发来的内容不完整，请再发一次。' },
  unsupported_media_type: { status: 415, zh: '这种格式收不了，请用小程序或网页发送。' },
  body_too_large: { status: 413, zh: '内容太大了，请减少文字后再发。' },
  unauthenticated: { status: 401, zh: '登录已过期，请重新登录。您写的内容还在手机里。' },
  forbidden: { status: 403, zh: '您的身份不能办这件事。需要帮忙请打社区电话。' },
  not_found: { status: 404, zh: '没有找到，可能已经撤下，或者不属于您。' },
  rate_limited: { status: 429, zh: '发得太快了，请过一会儿再试。您写的内容还在。' },
  internal_error: { status: 500, zh: '服务出了点问题，不是您的错。内容还在手机里，请过一会儿再试。' },
  service_unavailable: { status: 503, zh: '服务正在启动或维护，请过一会儿再试。' },
  proxy_grant_missing: {
    status: 403,
    zh: '您现在没有对方的授权，不能替对方办理。需要时请本人再授权，或者到社区柜台办。',
  },
  proxy_power_missing: { status: 403, zh: '授权里没有这一项，这件事没有办。请本人来办，或者请本人加上这一项。' },
  not_delegable: { status: 403, zh: '这件事只能本人办，不能由别人代办。本人可以打社区电话，或者到柜台来。' },
  idempotency_key_invalid: { status: 400, zh: '请求编号不对，请再发一次。' },
  idempotency_key_reused: { status: 409, zh: '这个编号已经用来发过别的内容，没有重复提交。请返回重新填写。' },
  unknown_service: { status: 422, zh: '没有这个类别。请从类别表里选，选不准就选「其他」。' },
  person_report_refused: { status: 422, zh: '这里只说事情和地方，不收关于人的举报。遇到危险请打110。' },
  unknown_place: { status: 422, zh: '这个地点不在本社区，请重新选择院落。' },
  position_outside_community: { status: 422, zh: '这个位置不在本社区范围内，请选择院落或换一个社区。' },
  visibility_refused: { status: 422, zh: '这一类事情只能让工作人员看到，不能公开。' },
  stale_version: { status: 409, zh: '刚才有别人先动了这件事，请看最新情况再决定。您写的内容还在。' },
  move_not_allowed: { status: 409, zh: '现在的状态下不能这样做，请刷新看看可以做什么。' },
  not_served_queue: { status: 404, zh: '没有找到这个队列，或者不归您负责。' },
  assignee_not_in_queue: { status: 422, zh: '这位工作人员不负责这个队列，请换一位。' },
  queue_not_eligible: { status: 422, zh: '这件事不能交给这个单位，请换一个。' },
  suspension_too_long: { status: 422, zh: '挂起的日子太长了，请选一个更近的日期。' },
  merge_not_possible: { status: 422, zh: '没有找到可以合并的那件事。请核对编号，两件事要在同一个社区，都还没有结束。' },
  conversion_not_possible: { status: 422, zh: '这件事不能转到那项服务。' },
  reply_not_possible: { status: 409, zh: '这件事已经撤回，不能再回复。' },
  not_queue_lead: { status: 403, zh: '值班表和回复模板由负责人修改，您可以查看。' },
  too_many_views: { status: 409, zh: '保存的视图已经很多了，请先删掉一个。' },
  already_recorded: { status: 409, zh: '这次回访已经有人记过了，请刷新看看。' },
  ledger_range_invalid: { status: 422, zh: '台账的日期不对：结束不能早于开始，一次最多导出一年。' },
  redraw_already_applied: { status: 409, zh: '这张新网格图已经启用了，不用再做一次。' },
  redraw_plan_stale: { status: 409, zh: '预览之后情况有变化，什么都没有改。请重新预览再启用。' },
  file_too_large: { status: 413, zh: '这个文件太大了：照片最多10兆，录音最长一分钟。请换一个再发。' },
  file_type_refused: { status: 422, zh: '这个文件打不开，收不了。照片请用JPG、PNG或WebP，录音请在这里录。' },
  picture_too_large: { status: 422, zh: '这张照片的尺寸太大了，请先缩小，或者用手机重拍一张。' },
  voice_note_too_long: { status: 422, zh: '录音最长一分钟，请分几次说。' },
  upload_quota_full: { status: 409, zh: '正在发的照片太多了，请等前面的发完再加。已经写的都在。' },
  chunk_out_of_order: { status: 409, zh: '照片没有接上，会从断的地方再发。' },
  upload_incomplete: { status: 409, zh: '照片还没有发完，请接着发。' },
  upload_closed: { status: 409, zh: '这张照片已经收好了，不用再发。' },
  unknown_file: { status: 422, zh: '有照片或录音没有找到，可能放得太久了。请重新添加，写的字还在。' },
  too_many_files: { status: 422, zh: '一次最多九张照片、一段录音。请减少后再发。' },
  file_link_expired: { status: 410, zh: '这张图的链接过期了，请刷新页面再看。' },
  not_in_team: { status: 422, zh: '您不在这支队伍里。请先加入，或者不选队伍再发。' },
  unknown_staff: { status: 422, zh: '没有找到这位工作人员，请重新选，或者在文字里说明。' },
  nobody_to_read: { status: 422, zh: '除了说到的人和管他的人，这里没有别人能看。请打政务服务便民热线12345。' },
  own_issue: { status: 422, zh: '这是您自己说的事，不用再附议，进展会告诉您。' },
  not_endorsable: { status: 409, zh: '这件事已经结束，不能再附议。还没解决的话，请重新说一件。' },
  redaction_empty: { status: 422, zh: '和原来一样，没有遮掉什么。' },
  redaction_of_everything: { status: 422, zh: '都遮掉就不知道是什么事了，请留几句话、一张照片或录音。' },
  work_not_possible: { status: 409, zh: '这件事现在不能登记工程，请刷新看看。' },
  not_rateable: { status: 409, zh: '办结之后才能评价。' },
  code_invalid: { status: 422, zh: '这个码不能用：可能抄错了，用过了，或者过期了。请对一遍，或者到社区柜台再开一张。' },
  grant_to_oneself: { status: 422, zh: '不能授权给自己。请让要帮忙的人来办。' },
  too_many_grants: { status: 409, zh: '最多同时授权给五个人。请先结束一个，再给新的。' },
  grant_exists: { status: 409, zh: '您已经有这位的授权了。要改内容，先结束原来的再办。' },
  power_not_offered: { status: 422, zh: '这项服务没有这种代办。请从给出的选项里选。' },
  grant_period_invalid: { status: 422, zh: '授权的日期不对：从今天起，最长一年。' },
  grant_not_answerable: { status: 409, zh: '这份授权已经答过了，或者已经结束。请刷新看看。' },
  not_in_household: { status: 422, zh: '您还没有加入一家人，或者对方不在您家里。' },
  already_in_household: { status: 409, zh: '您已经在一家人里了。要换，先退出原来的。' },
  fact_is_verified: { status: 409, zh: '这一项已经核实过了，自己不能直接改。可以申请更正，核实后生效。' },
  fact_value_impossible: { status: 422, zh: '这个日期不对，请再看一遍。' },
  fact_not_open: { status: 409, zh: '这一项已经核实、退回或者撤回了，请刷新看看。' },
  evidence_not_accepted: { status: 422, zh: '这种材料不能核实这一项，请换一种。' },
  assist_session_missing: { status: 403, zh: '没有正在进行的帮办，或者时间到了。请说明原因，重新开始。' },
  call_is_closed: { status: 409, zh: '这个电话已经有人打过并记下了，请刷新看看。' },
  slot_full: { status: 409, zh: '已经约满了。可以候补，有人取消就按顺序通知您；或者换一个时间。' },
  slot_closed: { status: 409, zh: '这个时间不开放，请换一天或换一个时间。' },
  past_cutoff: { status: 409, zh: '已经过了截止时间，改不了了。有事请打电话。' },
  slot_has_seats: { status: 409, zh: '现在有空位，不用候补，请直接预约。' },
  already_booked: { status: 409, zh: '这个时间已经约过了，不用再约。请到「我的预约」里看。' },
  booking_overlaps: { status: 409, zh: '同一时间已经约了别的。请先取消那一个，或者换一个时间。' },
  booking_changed: { status: 409, zh: '这个预约刚才变了，请刷新看看。' },
  hold_expired: { status: 409, zh: '留位的时间过了，请重新选一次。' },
  offer_expired: { status: 409, zh: '这个空位等您的时间过了，已经给了下一位。可以重新候补。' },
  capacity_below_booked: { status: 409, zh: '已经约出去的比这个数还多，不能再减。请先联系已约的人。' },
  date_in_past: { status: 422, zh: '这一天已经过去了，请选今天以后的日子。' },
  date_too_far: { status: 422, zh: '还没有开放那么远的日子，请选近一点的。' },
  other_community: {
    status: 422,
    zh: '这是别的社区的服务，只给住在那里或在那里上班的人。请选自己社区的，或者到柜台问。',
  },
  menu_missing: { status: 409, zh: '这一餐的菜单还没有出来，请晚一点再来看，或者打食堂电话。' },
  unknown_dish: { status: 422, zh: '这一餐没有这道菜，请从菜单里重新选。' },
  dish_sold_out: { status: 409, zh: '有一道菜刚卖完，没有下单。请换一道，其他选好的还在。' },
  dish_ordered: {
    status: 409,
    zh: '有人订了这道菜，不能撤下，也不能变成另一道。可以把份数改成已订的数，不再多收，再另写一道。',
  },
  portions_below_ordered: { status: 409, zh: '已经订出去的比这个份数多，不能再减。' },
  portions_out_of_range: { status: 422, zh: '份数不对：每道菜一到十份，一次最多十二道菜。' },
  fulfilment_not_offered: { status: 422, zh: '这家食堂没有这种取餐方式，请换一种。' },
  address_missing: { status: 422, zh: '送餐要写送到哪个院落。请选院落，再写门牌。' },
  pick_up_code_unknown: { status: 422, zh: '没有这个取餐码。请再核对一遍，或者按名字找。' },
  code_of_another_canteen: { status: 422, zh: '这是别的食堂的取餐码，这里取不了。请到订餐的那家去取。' },
  code_of_another_sitting: { status: 422, zh: '这个码不是这一餐的。请看单子上的日期和餐次。' },
  booking_not_live: { status: 409, zh: '这个预约已经取消了，不能再签到。需要的话请在柜台现约。' },
  not_being_served: { status: 409, zh: '这一餐现在不能记：开餐前两小时起，到第二天为止。' },
  payment_reason_missing: { status: 422, zh: '记免费要选为什么，日结单上要用。' },
  standing_order_empty: { status: 422, zh: '长期订餐至少选一天。' },
  consent_missing: { status: 422, zh: '要先同意才能记下这些。不同意也能用别的服务。' },
  unknown_child: { status: 422, zh: '没有找到这个孩子的资料。请先填孩子的资料再预约。' },
  child_has_bookings: { status: 409, zh: '这个孩子还有没结束的预约。请先取消预约，再删资料。' },
  birth_month_in_use: {
    status: 409,
    zh: '这个孩子有还没结束的预约，出生年月先不能改。请先取消预约，改好了再约。',
  },
  too_many_children: { status: 409, zh: '最多记八个孩子的资料。请先删掉不用的。' },
  age_outside_band: {
    status: 422,
    zh: '那一天孩子的年龄不在这里收的范围。请看每个班收几个月到几个月的孩子，或者打电话问。',
  },
  childcare_not_eligible: { status: 422, zh: '托育给住在本社区或在附近上班的家庭。请先在「我的资料」里填住处或单位。' },
  siblings_not_together: { status: 409, zh: '有一个孩子约不上，所以都没有约。可以换一天，或者只约能约上的。' },
  pick_up_not_listed: {
    status: 422,
    zh: '这个人不在接送名单上，不能交给他。请打家长的电话，由家长加上名单或者自己来接。',
  },
  pick_up_code_wrong: { status: 422, zh: '接送码不对。手机没电的，按名单核对身份再交接。' },
  day_not_come: { status: 409, zh: '还没到这个时候，不能先记。请看清日期。' },
  not_arrived: { status: 409, zh: '还没有记到园，不能记离园。请先记到园。' },
  activity_not_for_you: { status: 422, zh: '这个活动的年龄要求对不上。请看清要求，换一个活动。' },
  not_for_mediation: { status: 422, zh: '有人有危险的事不能调解。请打110；也可以请社区的人打电话给您。' },
  unknown_mediator: { status: 422, zh: '没有这位调解员，或者现在不接新的事。请从名单里重新选。' },
  respondent_is_yourself: { status: 422, zh: '对方不能是您自己。请写对方的名字和电话。' },
  mediator_has_cases: { status: 409, zh: '这张名片上有人托付过事情，不能换成别人的账号。请另做一张。' },
  case_changed: { status: 409, zh: '刚才有变化，请看最新的情况再决定。您写的内容还在。' },
  answer_too_late: { status: 409, zh: '答复的时间过了。还想调解，请打调委会的电话。' },
  reason_missing: { status: 422, zh: '请写明原因，只有调委会看得到。' },
  checklist_incomplete: { status: 409, zh: '先把法律、政策、方案准备好，再约第一次见面。' },
  side_missing: { status: 422, zh: '请选写给哪一方。' },
  agreement_changed: { status: 409, zh: '协议刚改过，请看新的内容再确认。' },
  date_in_future: { status: 422, zh: '这一天还没有到，请选今天或以前的日子。' },
  evidence_not_yours: { status: 422, zh: '这一项要本人，或者在场的人来记。请换一个说法。' },
  visit_exists: { status: 409, zh: '已经约过上门了，不用再约。要改时间，请在那一张上改。' },
  visit_changed: { status: 409, zh: '这次上门刚才有变化，请看最新的情况再决定。' },
  round_full: { status: 409, zh: '这一天去不了这么多家。请分到两天，或者换一位。' },
  biometrics_refused: { status: 422, zh: '这里不收身份证号，也不收人脸照片。请去掉再发，其他写的都在。' },
  account_unknown: { status: 404, zh: '这里还没有您的账号。请看一下隐私说明，选好社区，就可以开一个。' },
  policy_changed: { status: 409, zh: '隐私说明改过了，请看新的再决定同不同意。' },
  wechat_code_invalid: { status: 422, zh: '微信给的凭证过期了，请再点一次。' },
  wechat_sign_in_refused: { status: 403, zh: '微信暂时不让这个号登录。可以用手机号登录，或者打社区电话、到柜台办。' },
  wechat_unavailable: { status: 503, zh: '现在连不上微信，请过一会儿再试。急着办，请打社区电话。' },
  wechat_session_needed: { status: 422, zh: '请在微信小程序里登录后再接受，或者改用验证器。' },
  desk_is_locked: { status: 403, zh: '您已经有工作台了。请先打开工作台，再接受新的邀请；打不开的，请找管理员。' },
  too_many_phone_codes: { status: 429, zh: '这个号码要验证码太多次了，请过一会儿再试，或者打社区电话。' },
  phone_codes_unavailable: { status: 503, zh: '现在发不了短信，请过一会儿再试，或者打社区电话、到柜台办。' },
  phone_code_wrong: { status: 422, zh: '验证码不对，或者过期了。请核对最新的一条短信，或者重新发一次。' },
  phone_bound_elsewhere: { status: 409, zh: '这个手机号已经绑在工作人员的账号上，不能这样合并。请打社区电话。' },
  accounts_not_mergeable: {
    status: 409,
    zh: '这个手机号有另一个账号，两边有对不上的事（比如同一时间约了两次，或者各自有一家人），没有合并，什么都没有变。请到柜台办。',
  },
  role_not_yours_to_give: { status: 403, zh: '这个角色不能由您给，请找管理员。' },
  unknown_scope: { status: 422, zh: '没有这个社区、网格或单位，请重新选。' },
  last_administrator: { status: 409, zh: '这是最后一位管理员，不能结束。请先请另一位。' },
  totp_wrong: { status: 422, zh: '动态码不对。请看验证器里最新的六位数字，用过的不能再用。' },
  totp_paused: { status: 429, zh: '输错太多次了，请过十五分钟再试。' },
  totp_missing: { status: 409, zh: '还没有设验证器。请让管理员再发一个邀请码。' },
  push_refused: { status: 403, zh: '签名不对。' },
  words_refused: {
    status: 422,
    zh: '有些话不能公开给邻居看，请改一下再发，或者选「只给工作人员看」。您写的内容还在。',
  },
  held_content_decided: { status: 409, zh: '刚才已经有人看过并决定了，请刷新。' },
  consent_not_withdrawable: { status: 409, zh: '这一项要在它自己的页面上收回。' },
  account_has_desk: { status: 409, zh: '您还有工作人员的身份，要先请管理员结束，才能注销。' },
  already_rated: { status: 409, zh: '这一次办理已经评价过了。如果没解决，可以要求重办。' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

/** Codes that any operation may answer, so no contract repeats them. */
export const COMMON_ERRORS = [
  'validation_failed',
  'malformed_json',
  'unsupported_media_type',
  'body_too_large',
  'unauthenticated',
  'forbidden',
  'not_found',
  'rate_limited',
  'internal_error',
  'service_unavailable',
  'proxy_grant_missing',
  'proxy_power_missing',
  'not_delegable',
  'assist_session_missing',
  'idempotency_key_invalid',
  'idempotency_key_reused',
] as const satisfies readonly ErrorCode[]

/** One field that must change: where it is in the request and a sentence for the person. */
export interface FieldError {
  field: string
  message: string
}

/** The only error the domain throws: a code, never a status and never a sentence. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: readonly FieldError[] | undefined

  constructor(code: ErrorCode, fields?: readonly FieldError[]) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.fields = fields
  }
}

/** The body of every error answer. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; fields?: readonly FieldError[]; requestId: string }
}
