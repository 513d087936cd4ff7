"""What the checks share: the source tree's own files, and the layers."""
import fnmatch
import pathlib
import subprocess

LAYERS = ['base', 'domain', 'store', 'platform', 'app', 'ui', 'cli']
# What of ours each layer may use. ui and cli stand side by side.
MAY_USE = {
    'base': set(),
    'domain': {'base'},
    'store': {'base', 'domain'},
    'platform': {'base', 'domain', 'store'},
    'app': {'base', 'domain', 'store', 'platform'},
    'ui': {'base', 'domain', 'app'},
    'cli': {'base', 'domain', 'app'},
}
# Headers of layers further left that a face may include all the same: values, and what a session hands out.
FACES_MAY_INCLUDE = {'tenure-query.h'}
# Functions of those layers that a face may call on them: records, no SQL and no facts, which stay behind `app`.
FACES_MAY_CALL = r'tenure_(platform|profile|profiles|check|query|record|key_vector|message)(_|$)'


def root():
    return pathlib.Path(__file__).resolve().parents[2]


def files(*patterns):
    """Files of the tree as git knows them, or of an unpacked archive."""
    top = root()
    try:
        command = ['git', '-c', f'safe.directory={top}', 'ls-files', '-co', '--exclude-standard', *patterns]
        listed = subprocess.run(command, cwd=top, check=True, capture_output=True, text=True).stdout.split('\n')
        return sorted(top / f for f in listed if f and (top / f).exists())
    except (subprocess.CalledProcessError, FileNotFoundError):
        names = [str(p.relative_to(top)) for p in top.rglob('*') if p.is_file()]
        return sorted(top / name for name in names if not name.startswith(('_build', '.git/'))
                      and any(fnmatch.fnmatch(name, pattern) for pattern in patterns))


def layer_of(path):
    parts = path.relative_to(root()).parts
    return parts[1] if parts[0] == 'src' and len(parts) > 2 else None
