package org.banshi.web.problem;

import org.banshi.command.contract.text.Text;

/**
 * Every problem that the web room itself states, with its HTTP status and stable code. Refusals by
 * the rules of a case bring their own code.
 */
public enum ProblemKind {
    INVALID_JSON(
            400,
            "invalid-json",
            Text.of("请求内容不是有效的 JSON", "The request is not valid JSON"),
            Text.of("请按接口说明更正后重新发送。", "Mend it as the API description says and send it again.")),
    INVALID_REQUEST(
            400,
            "invalid-request",
            Text.of("请求有误", "The request is malformed"),
            Text.of("请按接口说明更正后重新发送。", "Mend it as the API description says and send it again.")),
    KEY_REQUIRED(
            400,
            "idempotency-key-required",
            Text.of("缺少 Idempotency-Key 请求头", "The header Idempotency-Key is missing"),
            Text.of(
                    "请为每份申请生成一个 8 至 100 位的键（字母、数字、- _ .），重试时使用同一个键。",
                    "Make a key of 8 to 100 letters, digits, - _ or . for each application, and use"
                            + " the same one when you retry.")),
    KEY_REUSED(
            422,
            "idempotency-key-reused",
            Text.of(
                    "该 Idempotency-Key 已用于另一请求",
                    "This Idempotency-Key was used for another request"),
            Text.of("请换一个新的键。", "Use a new key.")),
    SIGN_IN_REQUIRED(
            401,
            "sign-in-required",
            Text.of("请先登录", "You are not signed in"),
            Text.of("请登录后再试。", "Sign in and try again.")),
    BAD_CREDENTIALS(
            401,
            "bad-credentials",
            Text.of("账号或密码不正确", "Account or password is wrong"),
            Text.of("请核对后再试。", "Check them and try again.")),
    TOO_FAST(
            429,
            "too-fast",
            Text.of("操作过于频繁", "Too many requests in a short time"),
            Text.of("什么都没有办理。请稍候再试。", "Nothing was done. Wait a little, then try again.")),
    TOO_MANY_CODES(
            429,
            "too-many-codes",
            Text.of("查阅码错误次数过多", "Too many wrong access codes"),
            Text.of(
                    "请稍候再试；请核对送达文书上的案号、当事人编号和查阅码。",
                    "Wait a while; then type number, party and code as they stand on the papers"
                            + " served on you.")),
    TOO_MANY_ATTEMPTS(
            429,
            "too-many-attempts",
            Text.of("登录失败次数过多", "Too many attempts to sign in failed"),
            Text.of(
                    "请稍候再试；其他人在别处登录不受影响。",
                    "Wait a little before you try again; nobody else is affected.")),
    SESSION_ENDED_ELSEWHERE(
            401,
            "session-ended-elsewhere",
            Text.of(
                    "您的账号已在另一台设备登录，本次登录已退出",
                    "Your account was used to sign in on another device, which ended this session"),
            Text.of(
                    "请重新登录；如果不是您本人操作，请立即修改密码。",
                    "Sign in again; if that was not you, change your password at once.")),
    SESSION_RAN_OUT(
            401,
            "session-ran-out",
            Text.of("登录已过期", "Your session ran out"),
            Text.of("请重新登录。", "Sign in again.")),
    ACCOUNT_CHANGED(
            401,
            "account-changed",
            Text.of("您的账号已变更，本次登录已退出", "Your account was changed, which ended this session"),
            Text.of("请重新登录，或联系安全管理员。", "Sign in again, or ask the security administrator.")),
    MANDATE_OVER(
            401,
            "mandate-over",
            Text.of("代办授权已结束，本次登录已退出", "The mandate is over, which ended this session"),
            Text.of("请重新登录，以本人身份办理。", "Sign in again, for yourself.")),
    VERIFICATION_REQUIRED(
            401,
            "verification-required",
            Text.of("为保护您的个人信息，请再次验证身份", "Prove again that it is you, to protect your data"),
            Text.of(
                    "请用密码再次验证后重试。",
                    "Verify with your password (POST /api/v1/sessions/verification), then try"
                            + " again.")),
    CODE_REQUIRED(
            401,
            "code-required",
            Text.of("还需要第二因素的验证码", "The code of your second factor is needed too"),
            Text.of("请附上验证器中的六位数字。", "Add the six digits that your authenticator shows.")),
    SIGN_IN_UNFINISHED(
            401,
            "sign-in-unfinished",
            Text.of("首次登录须先在页面上完成设置", "The first log-in has to be completed on the page"),
            Text.of(
                    "请在浏览器中登录，设置自己的密码和第二因素。",
                    "Sign in with a browser; choose your password and set up your second factor.")),
    FORBIDDEN(
            403,
            "forbidden",
            Text.of("您没有办理此事的权限", "Your account may not do this"),
            Text.of("请使用有权限的账号，或联系主管。", "Use an account that may, or ask your supervisor.")),
    FORM_OUTDATED(
            403,
            "form-outdated",
            Text.of("没有提交：这一页是在另一次登录时打开的", "Not sent: that page was opened in another log-in"),
            Text.of(
                    "请返回上一页，复制填写的内容，刷新后确认是您本人的账号，再重新提交。",
                    "Go back, copy what you wrote, load the page anew, make sure that the account"
                            + " is yours, and send it again.")),
    NOT_FOUND(
            404,
            "not-found",
            Text.of("没有找到", "Not found"),
            Text.of("请核对地址。", "Check the address.")),
    NOTICE_NOT_FOUND(
            404,
            "notice-not-found",
            Text.of("没有正在公示的内容", "Nothing is on public notice here"),
            Text.of(
                    "请核对公示上的办件编号；公示期满后内容即撤下。",
                    "Check the case number on the notice; a notice is taken down when it ends.")),
    RESIDENT_UNKNOWN(
            422,
            "resident-unknown",
            Text.of("平台没有这个身份证号码的用户", "Nobody is registered here with that identity number"),
            Text.of(
                    "请核对号码；本人注册后可以重新报送。",
                    "Check the number; send it again once the person has registered.")),
    BENEFIT_NOT_FOUND(
            404,
            "benefit-not-found",
            Text.of("您没有这项待遇", "You have no such benefit"),
            Text.of("请在“我的办件”中查看您的待遇。", "Look for it under \"my cases\".")),
    CERTIFICATE_NOT_FOUND(
            404,
            "certificate-not-found",
            Text.of("没有这本残疾人证", "There is no such certificate"),
            Text.of(
                    "请核对证件；不属于您管理地区的，请联系核发地残联。",
                    "Check which one you mean; the federation that issued it handles it.")),
    ASSIGNEE_NOT_ELIGIBLE(
            422,
            "assignee-not-eligible",
            Text.of("此人不能办理该任务", "This person cannot be given the task"),
            Text.of(
                    "请从列表中选择该任务所属部门和地区的工作人员。",
                    "Choose from the list an officer of the task's body and region.")),
    CASE_NOT_FOUND(
            404,
            "case-not-found",
            Text.of("没有找到该办件，或您不能查看", "There is no such case, or you may not see it"),
            Text.of("请核对办件编号和查询码。", "Check the case number and the query code.")),
    TASK_NOT_FOUND(
            404,
            "task-not-found",
            Text.of(
                    "没有找到该任务，或不属于您的部门和辖区",
                    "There is no such task, or it is not in your office's reach"),
            Text.of("请回到任务列表。", "Go back to the work list.")),
    DRAFT_GONE(
            404,
            "draft-not-found",
            Text.of("没有找到这份草稿", "There is no such draft"),
            Text.of("可能已经提交，请到“我的办件”查看。", "It may have been filed: see “My cases”.")),
    UNKNOWN_SERVICE(
            404,
            "service-unknown",
            Text.of("没有该服务事项", "There is no such service"),
            Text.of("请从事项列表中选择。", "Choose one from the list of services.")),
    UNKNOWN_REGION(
            422,
            "region-unknown",
            Text.of("没有该地区代码", "There is no region of this code"),
            Text.of("请选择县（市、区）的六位代码。", "Choose a county or district by its six digits.")),
    NOT_OFFERED(
            422,
            "service-not-offered",
            Text.of("该地区暂未开通此事项", "The service is not offered in this region"),
            Text.of("请咨询当地政务服务热线 12345。", "Ask the local service line 12345.")),
    INVALID_FORM(
            422,
            "form-invalid",
            Text.of("表单有填写错误", "The form has errors"),
            Text.of("请更正所列各项。", "Mend the fields that are listed.")),
    INVALID_TASK_DATA(
            422,
            "task-data-invalid",
            Text.of("办理信息有填写错误", "The task's data have errors"),
            Text.of("请更正所列各项。", "Mend the fields that are listed.")),
    UNKNOWN_MATERIAL(
            422,
            "material-unknown",
            Text.of("材料不存在，或不是您上传的", "The paper does not exist or is not yours"),
            Text.of("请重新上传该材料。", "Upload the paper again.")),
    MATERIALS_MISSING(
            422,
            "material-missing",
            Text.of("缺少必备材料", "A required paper is missing"),
            Text.of("请上传所列材料。", "Upload the papers that are listed.")),
    MATERIAL_TYPE(
            415,
            "material-type-not-allowed",
            Text.of(
                    "文件类型不支持（按文件内容判断）",
                    "This type of file is not accepted (judged by its content)"),
            Text.of("请上传 PDF、JPG、PNG 或 HEIC 文件。", "Upload a PDF, JPEG, PNG or HEIC file.")),
    MATERIAL_TOO_LARGE(
            413,
            "material-too-large",
            Text.of("文件超过 10 MB", "The file is larger than 10 MB"),
            Text.of("请压缩或分开上传。", "Make it smaller, or split it.")),
    UPLOAD_TOO_LARGE(
            413,
            "upload-too-large",
            Text.of("这一次上传的文件太大", "What was uploaded at once is too large"),
            Text.of(
                    "每份不超过 10 MB，一次合计不超过 24 MB。请返回上一页，一份一份上传；已经上传的都还在。",
                    "At most 10 MB each, and 24 MB at once. Go back and upload one at a time; what"
                            + " was uploaded before is still there.")),
    BODY_TOO_LARGE(
            413,
            "request-too-large",
            Text.of("请求内容超过 1 MB", "The request is larger than 1 MB"),
            Text.of("请减少内容后重试；文件请作为材料上传。", "Send less; upload files as papers.")),
    MATERIAL_SHEETS(
            422,
            "material-sheets-too-many",
            Text.of("文件太多：每种材料最多 20 个，一份申请最多 60 个", "Too many files: 20 a paper, 60 in all"),
            Text.of("请把多页合成一个 PDF 后上传，或者先删除不用的。", "Put pages into one PDF, or delete some first.")),
    MATERIAL_EMPTY(
            422,
            "material-empty",
            Text.of("文件是空的", "The file is empty"),
            Text.of("请选择有内容的文件。", "Choose a file with content.")),
    STALE(
            409,
            "stale-version",
            Text.of("内容已被他人更新", "Somebody else has changed it in the meantime"),
            Text.of("请刷新后核对，再重新提交。", "Load it again, check, and submit again.")),
    PRECONDITION(
            412,
            "stale-version",
            Text.of("内容已被他人更新", "Somebody else has changed it in the meantime"),
            Text.of("请刷新后核对，再重新提交。", "Load it again, check, and submit again.")),
    TASK_GONE(
            409,
            "task-gone",
            Text.of("该任务已办结或已取消", "The task is done or was cancelled"),
            Text.of("请回到任务列表。", "Go back to the work list.")),
    PERSON_ERASED(
            409,
            "person-erased",
            Text.of("该当事人的个人信息已经删除", "This person's data have been erased"),
            Text.of("不能再存入材料或内容。", "Nothing more can be kept of the person.")),
    OPEN_APPLICATION_EXISTS(
            409,
            "open-application-exists",
            Text.of(
                    "申请人为本人、为同一个人或者对同一对方提交的同类申请还在办理",
                    "The applicant's application for this service, for themselves, for the same"
                            + " person or against the same side, is still open"),
            Text.of(
                    "请在“我的办件”中查看；办结后可再次申请。",
                    "See it under “My cases”; apply again when it has ended.")),
    HEARING_SLOT_TAKEN(
            409,
            "hearing-slot-taken",
            Text.of(
                    "仲裁员、仲裁庭室或者当事人在该时段已有安排",
                    "An arbitrator, the room or a party is booked for that half of the day"),
            Text.of("请选择其他日期、时段或者仲裁庭室。", "Choose another day, half or room.")),
    DISPUTE_KNOWN(
            409,
            "dispute-known",
            Text.of(
                    "同一争议正在审理、已经处理，或者曾按撤回处理",
                    "The same dispute is before the committee, was decided, or counts as"
                            + " withdrawn"),
            Text.of(
                    "请核对以往案件；属于同一争议的，不予受理。",
                    "Look at the earlier case; the same dispute is not accepted again.")),
    MEMBER_CONFIRMED(
            409,
            "member-confirmed",
            Text.of(
                    "同一家庭的另一申请刚刚确认",
                    "Another application of the same household was confirmed just now"),
            Text.of(
                    "仍是一家的，不予确认；确已分户的，请先更正申请中的家庭成员，再确认。",
                    "If they are one household, do not confirm. If they have parted, correct the"
                            + " members of the application first, then confirm.")),
    CLAIM_TAKEN(
            409,
            "already-taken",
            Text.of("与另一办件冲突", "It is in conflict with another case"),
            Text.of("请核对后再试。", "Check and try again.")),
    METHOD_NOT_ALLOWED(
            405,
            "method-not-allowed",
            Text.of("这个地址不能这样打开", "This address is not to be asked in this way"),
            Text.of(
                    "请从首页重新进入；调用接口的，请查看接口说明。",
                    "Begin again from the start page; for the API, see its description.")),
    NOT_ACCEPTABLE(
            406,
            "not-acceptable",
            Text.of("无法以所要求的格式回答", "There is no answer in the format asked for"),
            Text.of("请接受 application/json。", "Accept application/json.")),
    MEDIA_TYPE(
            415,
            "unsupported-media-type",
            Text.of("不支持该内容类型", "This content type is not supported"),
            Text.of("请查看接口说明。", "See the API description.")),
    OVERLOADED(
            503,
            "overloaded",
            Text.of("系统繁忙，您的请求没有被处理", "The system is busy; nothing was done"),
            Text.of("请稍后再试。", "Try again in a moment.")),
    WRONG_ROSTER(
            422,
            "invalid-roster",
            Text.of("名册有误，没有收下", "The roster has mistakes; nothing of it was taken"),
            Text.of(
                    "请按行号和列名更正后，重新提交整份名册。",
                    "Mend it by line and column, and hand in the whole roster again.")),
    NO_FONT(
            503,
            "letter-font-missing",
            Text.of("暂时无法打印文书", "Letters can't be printed at present"),
            Text.of(
                    "服务器缺少中文字体，请系统管理员安装 fonts-noto-cjk 后重试。",
                    "The server has no font with Chinese letters; its operator has to install"
                            + " fonts-noto-cjk.")),
    OUTCOME_UNKNOWN(
            503,
            "outcome-unknown",
            Text.of("系统中断，不确定是否已经处理", "The system was interrupted; whether it was done is unknown"),
            Text.of(
                    "请用同一个 Idempotency-Key 重试，不会重复办理。",
                    "Send it again with the same Idempotency-Key; it is not done twice.")),
    BEHIND(
            503,
            "read-model-behind",
            Text.of("数据正在更新", "The data are still being brought up to date"),
            Text.of("请稍后再试。", "Try again in a moment.")),
    INTERNAL(
            500,
            "internal-error",
            Text.of("系统出错，已记录", "Something went wrong on our side; it was recorded"),
            Text.of(
                    "请稍后再试，或凭错误编号联系我们。",
                    "Try again later, or contact us with the error's number."));

    private final int status;
    private final String code;
    private final Text why;
    private final Text next;

    ProblemKind(int status, String code, Text why, Text next) {
        this.status = status;
        this.code = code;
        this.why = why;
        this.next = next;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Text why() {
        return why;
    }

    public Text next() {
        return next;
    }
}
