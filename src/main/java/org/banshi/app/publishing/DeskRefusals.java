package org.banshi.app.publishing;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why the publisher's desk does not do what is asked. */
final class DeskRefusals {

    static final Refusal NO_PACKAGE =
            Refusal.of(
                    "upload-unreadable",
                    Text.of(
                            "这不是可以接收的事项包：须为 ZIP，解压后不超过 10 MB、500 个文件，不含链接和包外路径，能认出是哪个事项。",
                            "This is no package that can be taken: it has to be a ZIP of at most 10 MB"
                                    + " and 500 files when unpacked, without links or paths that"
                                    + " lead outside, and tell which item it is."),
                    Text.of("请把事项文件夹打包后重新上传。", "Zip the item's folder and upload it again."));

    static final Refusal TOO_MANY =
            Refusal.of(
                    "uploads-too-many",
                    Text.of("待处理的上传太多。", "Too many uploads wait already."),
                    Text.of("请先发布或者放弃已有的上传。", "Publish or put away some of them first."));

    static final Refusal NO_UPLOAD =
            Refusal.of(
                    "upload-unknown",
                    Text.of("没有这个待发布的包，或者已经处理。", "There is no such upload, or it was dealt with."),
                    Text.of("请查看事项的最新状态。", "Look at how the item stands now."));

    static final Refusal UNPROVEN =
            Refusal.of(
                    "upload-unproven",
                    Text.of(
                            "校验或者黄金场景没有全部通过，不能发布。",
                            "It cannot be published: not everything was found right, or played."),
                    Text.of("请更正后重新上传。", "Mend it and upload it again."));

    private DeskRefusals() {}
}
