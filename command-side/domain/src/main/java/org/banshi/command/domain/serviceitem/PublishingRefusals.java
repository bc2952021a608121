package org.banshi.command.domain.serviceitem;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on a service item is not taken. */
final class PublishingRefusals {

    static final Refusal NO_UPLOAD =
            Refusal.of(
                    "upload-unknown",
                    Text.of("没有这个待发布的包，或者已经处理。", "There is no such upload, or it was dealt with."),
                    Text.of("请查看事项的最新状态。", "Look at how the item stands now."));

    static final Refusal FOUR_EYES =
            Refusal.of(
                    "publishing-four-eyes",
                    Text.of(
                            "此事项要求由另一人确认，提出的人不能自己确认。",
                            "This item demands that somebody else confirms it."),
                    Text.of("请另一位发布员确认。", "Ask another publisher."));

    static final Refusal NO_VERSION =
            Refusal.of(
                    "version-unknown",
                    Text.of("没有这个版本。", "There is no such version."),
                    Text.of("请从版本列表中选择。", "Choose one of the list."));

    static final Refusal OFFERED_NOW =
            Refusal.of(
                    "version-offered",
                    Text.of("新办件现在就用这个版本。", "New cases begin on this version already."),
                    Text.of("不需要操作。", "Nothing has to be done."));

    private PublishingRefusals() {}
}
