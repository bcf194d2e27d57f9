"""The optional extension: without a C compiler the package installs just as well and computes the same in numpy."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "teletipo.runtime._kernel",
            ["src/teletipo/runtime/_kernel.c"],
            optional=True,
            py_limited_api=True,
            extra_compile_args=["-O3"],
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
