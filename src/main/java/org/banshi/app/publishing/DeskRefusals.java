package org.banshi.app.publishing;

import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why the publisher's desk does not do what is asked. */
final class DeskRefusals {

    /**
     * Of a file that cannot be taken as a package.
     *
     * @param what is wrong with it, as findings are told
     */
    static Refusal noPackage(String what) {
        Text told = new Finding("", 1, what, "").problemWords();
        return Refusal.of(
                "upload-unreadable",
                Text.of(
                        "这不是可以接收的事项包：" + told.zh() + "。",
                        "This is no package that can be taken: " + told.en() + "."),
                Text.of(
                        "请把事项文件夹打包成 ZIP 后重新上传，解压后不超过 10 MB、500 个文件。",
                        "Zip the item's folder, at most 10 MB and 500 files, and upload it again."));
    }

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
